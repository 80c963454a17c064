package org.jianxi.gateway.whole;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** The proxy that a JVM is told to use for whatever is not on loopback: it lets nothing through, and counts who tried. */
final class Trap implements AutoCloseable {

    private final ServerSocket socket;
    private final AtomicInteger calls = new AtomicInteger();

    Trap() throws IOException {
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::count);
    }

    /** The JVM's options that lead every outbound connection here. */
    String[] options() {
        var port = socket.getLocalPort();
        return new String[] {"-DsocksProxyHost=127.0.0.1", "-DsocksProxyPort=" + port};
    }

    int calls() {
        return calls.get();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void count() {
        while (!socket.isClosed()) {
            try (var caller = socket.accept()) {
                calls.addAndGet(caller.isConnected() ? 1 : 0);
            } catch (IOException closed) {
                return;
            }
        }
    }
}
