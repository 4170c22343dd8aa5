package io.ledgerbank.command.lane;

import io.ledgerbank.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A wire to PostgreSQL that can be made to break once, around the next COMMIT. */
final class CuttingProxy implements AutoCloseable {

    enum Cut {
        NONE,
        /** The server never sees the COMMIT. */
        BEFORE_COMMIT,
        /** The server gets the COMMIT, and the wire breaks before anybody can know how it ended. */
        WITH_COMMIT,
        /** The server has answered the COMMIT, and the answer is lost. */
        BEFORE_THE_ANSWER
    }

    private static final String COMMIT = "COMMIT\0";

    private final URI server;
    private final ServerSocket entrance;
    private final AtomicReference<Cut> next = new AtomicReference<>(Cut.NONE);
    private final AtomicInteger spared = new AtomicInteger();
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile boolean stayingDown;

    CuttingProxy(TestDatabase database) throws IOException {
        server = URI.create(database.url().substring("jdbc:".length()));
        entrance = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Thread.ofVirtual().start(this::accept);
    }

    /** The same database, by this wire. */
    TestDatabase around(TestDatabase database) {
        URI through = URI.create("postgresql://127.0.0.1:" + entrance.getLocalPort() + server.getPath());
        return new TestDatabase(
                "jdbc:" + through,
                database.username(),
                database.password(),
                database.ownerUsername(),
                database.ownerPassword());
    }

    /** @param commits that still get through, whoever sends them */
    void cutAfter(int commits, Cut cut) {
        spared.set(commits);
        next.set(cut);
    }

    /** From the cut on, nobody gets through until {@link #mend}. */
    void stayDownAfterCut() {
        stayingDown = true;
    }

    void mend() {
        stayingDown = false;
    }

    int cuts() {
        return cuts.get();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                if (stayingDown && cuts.get() > 0) {
                    client.close();
                    continue;
                }
                Socket upstream = new Socket(server.getHost(), server.getPort());
                Wire wire = new Wire(client, upstream);
                Thread.ofVirtual().start(() -> wire.carry(wire::requests));
                Thread.ofVirtual().start(() -> wire.carry(wire::answers));
            } catch (IOException e) {
                if (!entrance.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }

    private interface Carrying {
        void run() throws IOException;
    }

    private final class Wire {

        private final Socket client;
        private final Socket upstream;
        private volatile Cut cut = Cut.NONE;

        Wire(Socket client, Socket upstream) {
            this.client = client;
            this.upstream = upstream;
        }

        void carry(Carrying carrying) {
            try (client;
                    upstream) {
                carrying.run();
            } catch (IOException broken) {
                Thread.yield(); // Either end has hung up, which closes the other, too.
            }
        }

        void requests() throws IOException {
            InputStream in = client.getInputStream();
            OutputStream out = upstream.getOutputStream();
            byte[] bytes = new byte[8_192];
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                boolean commit = new String(bytes, 0, n, StandardCharsets.ISO_8859_1).contains(COMMIT);
                if (commit && spared.getAndDecrement() <= 0) {
                    cut = next.getAndSet(Cut.NONE);
                }
                if (cut == Cut.BEFORE_COMMIT) {
                    cuts.incrementAndGet();
                    return;
                }
                out.write(bytes, 0, n);
                if (cut == Cut.WITH_COMMIT) {
                    cuts.incrementAndGet();
                    return;
                }
            }
        }

        void answers() throws IOException {
            InputStream in = upstream.getInputStream();
            OutputStream out = client.getOutputStream();
            byte[] bytes = new byte[8_192];
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                if (cut == Cut.BEFORE_THE_ANSWER) {
                    cuts.incrementAndGet();
                    return;
                }
                out.write(bytes, 0, n);
            }
        }
    }
}
