package io.ledgerbank.command.audit;

import io.ledgerbank.command.eventlog.Sha256;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Finds the inclusion paths of RFC 6962, section 2.1.1, of some of a tree's entries, which are added one by one as to a
 * {@link MerkleTree}. Keeps one hash per level and the paths, however many entries there are. For one thread.
 */
final class MerklePaths {

    private static final byte LEAF = 0x00;
    private static final byte NODE = 0x01;

    /** The root of the complete subtree over the entries from the first up to, but not including, the end. */
    private record Subtree(byte[] root, long first, long end) {

        long size() {
            return end - first;
        }
    }

    private final MessageDigest sha256 = Sha256.digest();
    private final Deque<Subtree> smallestFirst = new ArrayDeque<>();
    private final SortedMap<Long, List<String>> paths = new TreeMap<>();
    private long size;

    /** @param wanted indexes of entries, from 0 */
    MerklePaths(SortedSet<Long> wanted) {
        wanted.forEach(index -> paths.put(index, new ArrayList<>()));
    }

    void add(byte[] entry) {
        sha256.update(LEAF);
        Subtree last = new Subtree(sha256.digest(entry), size, size + 1);
        while (!smallestFirst.isEmpty() && smallestFirst.peek().size() == last.size()) {
            last = joined(smallestFirst.pop(), last);
        }
        smallestFirst.push(last);
        size++;
    }

    /** Of all entries that were added; nothing may be added afterwards. Hashes in hexadecimal, from the leaf up. */
    SortedMap<Long, List<String>> paths() {
        Iterator<Subtree> left = smallestFirst.iterator();
        if (left.hasNext()) {
            Subtree right = left.next();
            while (left.hasNext()) {
                right = joined(left.next(), right);
            }
        }
        return paths;
    }

    private Subtree joined(Subtree left, Subtree right) {
        extend(left, right.root());
        extend(right, left.root());
        sha256.update(NODE);
        sha256.update(left.root());
        return new Subtree(sha256.digest(right.root()), left.first(), right.end());
    }

    private void extend(Subtree wantedIn, byte[] sibling) {
        paths.subMap(wantedIn.first(), wantedIn.end())
                .values()
                .forEach(path -> path.add(HexFormat.of().formatHex(sibling)));
    }
}
