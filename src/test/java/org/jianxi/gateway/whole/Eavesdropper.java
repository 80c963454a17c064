package org.jianxi.gateway.whole;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** Stands between a client and a server, keeps every byte of both, and swallows the answers from one request on when told to. */
final class Eavesdropper implements AutoCloseable {

    private final ServerSocket door;
    private final ByteArrayOutputStream toServer = new ByteArrayOutputStream();
    private final ByteArrayOutputStream toClient = new ByteArrayOutputStream();
    private final CountDownLatch swallowed = new CountDownLatch(1);
    private volatile URI server;
    private volatile int swallowFrom = Integer.MAX_VALUE;

    private Eavesdropper(URI server) throws IOException {
        this.server = server;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    static Eavesdropper before(URI server) throws IOException {
        var eavesdropper = new Eavesdropper(server);
        Thread.ofVirtual().start(eavesdropper::open);
        return eavesdropper;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    void leadTo(URI other) {
        server = other;
        swallowFrom = Integer.MAX_VALUE;
    }

    /** The server still gets the n-th POST; its answer does not come back. */
    void swallowAnswersFromPost(int number) {
        swallowFrom = number;
    }

    /** From the next connection on answers come back again. */
    void stopSwallowing() {
        swallowFrom = Integer.MAX_VALUE;
    }

    CountDownLatch swallowed() {
        return swallowed;
    }

    synchronized byte[] toServer() {
        return toServer.toByteArray();
    }

    synchronized byte[] toClient() {
        return toClient.toByteArray();
    }

    private void open() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                var onward = new Socket(server.getHost(), server.getPort());
                Thread.ofVirtual().start(() -> pipe(client, onward, toServer));
                Thread.ofVirtual().start(() -> pipe(onward, client, toClient));
            } catch (IOException ended) {
                // the client or the server has gone; the next one may come
            }
        }
    }

    private void pipe(Socket from, Socket to, ByteArrayOutputStream kept) {
        var piece = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            for (var read = in.read(piece); read >= 0; read = in.read(piece)) {
                synchronized (this) {
                    kept.write(piece, 0, read);
                }
                if (kept == toClient && posts() >= swallowFrom) {
                    swallowed.countDown();
                } else {
                    to.getOutputStream().write(piece, 0, read);
                    to.getOutputStream().flush();
                }
            }
        } catch (IOException ended) {
            // one of the two was killed
        }
    }

    private long posts() {
        return new String(toServer(), StandardCharsets.ISO_8859_1).split("POST /", -1).length - 1L;
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
