package io.ledgerbank.command.audit;

import io.ledgerbank.command.eventlog.EventHash;
import io.ledgerbank.command.eventlog.Sha256;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * The Merkle tree hash of RFC 6962, section 2.1 (the same in RFC 9162, section 2.1.1) over a list of entries that is
 * added one by one. A leaf is SHA-256(0x00 || entry) and an inner node SHA-256(0x01 || left || right), so neither passes
 * for the other; of n entries, the left subtree has the largest power of two below n. Here an entry is an event's hash.
 *
 * <p>Keeps one hash per level, however many entries there are. Not safe for use by more than one thread at a time.
 */
final class MerkleTree {

    private static final byte LEAF = 0x00;
    private static final byte NODE = 0x01;

    private final MessageDigest sha256 = Sha256.digest();
    /** Roots of complete subtrees, the smallest first; they are as large as the ones in the binary form of {@code size}. */
    private final Deque<byte[]> subtrees = new ArrayDeque<>();

    private long size;

    void add(EventHash event) {
        add(event.bytes());
    }

    void add(byte[] entry) {
        sha256.update(LEAF);
        byte[] root = sha256.digest(entry);
        for (long complete = size; (complete & 1) == 1; complete >>= 1) {
            root = node(subtrees.pop(), root);
        }
        subtrees.push(root);
        size++;
    }

    long size() {
        return size;
    }

    /** Of what was added so far; more may follow. */
    EventHash root() {
        Iterator<byte[]> smallestFirst = subtrees.iterator();
        if (!smallestFirst.hasNext()) {
            return new EventHash(sha256.digest());
        }
        byte[] root = smallestFirst.next();
        while (smallestFirst.hasNext()) {
            root = node(smallestFirst.next(), root);
        }
        return new EventHash(root);
    }

    private byte[] node(byte[] left, byte[] right) {
        sha256.update(NODE);
        sha256.update(left);
        return sha256.digest(right);
    }
}
