CREATE TABLE probe (position bigint PRIMARY KEY);
GRANT INSERT, SELECT ON probe TO ${appRole};
