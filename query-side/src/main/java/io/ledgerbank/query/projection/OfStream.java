package io.ledgerbank.query.projection;

/** An event and the stream that it belongs to, which is what waits when it cannot be written. */
record OfStream<E>(Recorded<E> recorded, String stream) {}
