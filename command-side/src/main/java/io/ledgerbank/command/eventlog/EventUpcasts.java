package io.ledgerbank.command.eventlog;

/** What events of older revisions meant. Nothing here ever changes: it would change what has happened. */
interface EventUpcasts {

    /** Before decisions about retries named the version of the error catalogue, there had been one version. */
    Upcast FIRST_CATALOGUE = payload -> payload.put("catalogueVersion", 1);
}
