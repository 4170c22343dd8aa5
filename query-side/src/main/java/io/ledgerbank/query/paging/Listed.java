package io.ledgerbank.query.paging;

/** A row of a list, with what it is sorted by. */
public interface Listed {

    /** The value of the list's sort column. */
    Object sortKey();

    /** The place in the log of the event that made the row; no two rows of a list share it. */
    long position();
}
