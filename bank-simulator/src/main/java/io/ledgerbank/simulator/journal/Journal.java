package io.ledgerbank.simulator.journal;

import io.ledgerbank.simulator.journal.JournalRecord.Decided;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/**
 * An append-only file of records. Appends that arrive while the disk is busy share the next force, so many callers cost
 * little more than one. Once a write fails nothing is accepted any more: what the file holds is then in doubt. Thread-safe.
 */
public final class Journal implements AutoCloseable {

    private static final int LARGEST_BATCH = 1024;
    private static final Append END = new Append(Optional.empty(), new byte[0], new CompletableFuture<>());

    private final Disk disk;
    private final List<Decided> decisions;
    private final BlockingQueue<Append> queue = new LinkedBlockingQueue<>();
    private final Thread writer =
            Thread.ofPlatform().daemon().name("bank-journal").unstarted(this::writeBatches);
    private Optional<JournalUnavailable> closed = Optional.empty();

    private record Append(Optional<Decided> decision, byte[] line, CompletableFuture<Void> kept) {}

    Journal(Disk disk, List<Decided> decisions) {
        this.disk = disk;
        this.decisions = new ArrayList<>(decisions);
        writer.start();
    }

    /** Hands over every earlier record in order before it returns; refuses a journal that another process has open. */
    public static Journal open(Path path, Consumer<JournalRecord> recovered) {
        List<Decided> decisions = new ArrayList<>();
        JournalFile file = JournalFile.open(path, earlier -> {
            decisionIn(earlier).ifPresent(decisions::add);
            recovered.accept(earlier);
        });
        return new Journal(file, decisions);
    }

    /**
     * Completes when the record is kept: a decision is then on stable storage, an arrival has left this process. Fails with
     * {@link JournalUnavailable} when that is not known to be so.
     */
    public CompletableFuture<Void> append(JournalRecord journalRecord) {
        Append append =
                new Append(decisionIn(journalRecord), JournalLine.encode(journalRecord), new CompletableFuture<>());
        synchronized (queue) {
            if (closed.isPresent()) {
                return CompletableFuture.failedFuture(closed.get());
            }
            queue.add(append);
        }
        return append.kept();
    }

    /** Every kept decision, in the order of the file. */
    public List<Decided> decisions() {
        synchronized (decisions) {
            return List.copyOf(decisions);
        }
    }

    /** Whether records are still accepted. */
    public boolean isWritable() {
        synchronized (queue) {
            return closed.isEmpty();
        }
    }

    /** Keeps what was appended before, then releases the file. */
    @Override
    public void close() {
        synchronized (queue) {
            if (closed.isEmpty()) {
                closed = Optional.of(new JournalUnavailable("The journal is closed"));
                queue.add(END);
            }
        }
        try {
            writer.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeBatches() {
        List<Append> batch = new ArrayList<>(LARGEST_BATCH);
        try {
            boolean last = false;
            while (!last) {
                batch.add(queue.take());
                queue.drainTo(batch, LARGEST_BATCH - 1);
                last = batch.removeIf(append -> append == END);
                keep(batch);
                batch.clear();
            }
            disk.close();
        } catch (IOException | InterruptedException | RuntimeException failed) {
            giveUp(new JournalUnavailable("The journal can no longer be written: " + failed, failed), batch);
        }
    }

    private void keep(List<Append> batch) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(
                batch.stream().mapToInt(append -> append.line().length).sum());
        batch.forEach(append -> bytes.put(append.line()));
        disk.write(bytes.flip());
        List<Decided> decided =
                batch.stream().flatMap(append -> append.decision().stream()).toList();
        if (!decided.isEmpty()) {
            disk.force();
        }
        synchronized (decisions) {
            decisions.addAll(decided);
        }
        batch.forEach(append -> append.kept().complete(null));
    }

    private void giveUp(JournalUnavailable reason, List<Append> inDoubt) {
        List<Append> lost = new ArrayList<>(inDoubt);
        synchronized (queue) {
            closed = Optional.of(reason);
            queue.drainTo(lost);
        }
        lost.forEach(append -> append.kept().completeExceptionally(reason));
        try {
            disk.close();
        } catch (IOException alreadyReported) {
            reason.addSuppressed(alreadyReported);
        }
    }

    private static Optional<Decided> decisionIn(JournalRecord journalRecord) {
        return journalRecord instanceof Decided decided ? Optional.of(decided) : Optional.empty();
    }
}
