package io.ledgerbank.simulator.journal;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Where the journal's bytes go; used by one thread only. */
interface Disk {

    /** Appends all remaining bytes; they survive the end of this process, but not yet of the machine. */
    void write(ByteBuffer bytes) throws IOException;

    /** Returns when everything written so far is on stable storage. */
    void force() throws IOException;

    void close() throws IOException;
}
