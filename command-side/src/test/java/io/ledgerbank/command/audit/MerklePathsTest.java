package io.ledgerbank.command.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.command.eventlog.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MerklePathsTest {

    private static final int NODE = 1;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9, 31, 32, 33, 100})
    void every_entrys_path_leads_to_the_root_of_its_tree(int size) {
        SortedSet<Long> all =
                new TreeSet<>(IntStream.range(0, size).mapToObj(Long::valueOf).toList());

        Map<Long, List<String>> paths = paths(size, all);

        assertThat(paths).hasSize(size);
        paths.forEach((index, path) -> assertThat(root(leaf(index), index, size, path))
                .as("entry %s of %s", index, size)
                .isEqualTo(tree(size)));
    }

    @Test
    void only_wanted_entries_have_paths() {
        assertThat(paths(20, new TreeSet<>(List.of(3L, 19L)))).containsOnlyKeys(3L, 19L);
    }

    @Test
    void the_only_entry_is_the_tree() {
        assertThat(paths(1, new TreeSet<>(List.of(0L)))).containsOnly(Map.entry(0L, List.of()));
    }

    private static Map<Long, List<String>> paths(int size, SortedSet<Long> wanted) {
        MerklePaths paths = new MerklePaths(wanted);
        IntStream.range(0, size).forEach(index -> paths.add(entry(index)));
        return paths.paths();
    }

    private static String tree(int size) {
        MerkleTree tree = new MerkleTree();
        IntStream.range(0, size).forEach(index -> tree.add(entry(index)));
        return tree.root().toString();
    }

    /** As RFC 6962, section 2.1.1, defines a path: from the top, the sibling of the half in which the entry is. */
    private static String root(byte[] leaf, long index, long size, List<String> path) {
        if (size == 1) {
            assertThat(path).isEmpty();
            return HexFormat.of().formatHex(leaf);
        }
        long left = Long.highestOneBit(size - 1);
        List<String> below = path.subList(0, path.size() - 1);
        String sibling = path.getLast();
        return index < left
                ? node(root(leaf, index, left, below), sibling)
                : node(sibling, root(leaf, index - left, size - left, below));
    }

    private static String node(String left, String right) {
        MessageDigest sha256 = Sha256.digest();
        sha256.update((byte) NODE);
        sha256.update(HexFormat.of().parseHex(left));
        return HexFormat.of().formatHex(sha256.digest(HexFormat.of().parseHex(right)));
    }

    private static byte[] leaf(long index) {
        MessageDigest sha256 = Sha256.digest();
        sha256.update((byte) 0);
        return sha256.digest(entry(index));
    }

    private static byte[] entry(long index) {
        return ("entry " + index).getBytes(StandardCharsets.UTF_8);
    }
}
