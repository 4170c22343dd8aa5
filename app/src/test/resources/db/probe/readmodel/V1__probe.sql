CREATE TABLE probe_row (id bigint PRIMARY KEY);
