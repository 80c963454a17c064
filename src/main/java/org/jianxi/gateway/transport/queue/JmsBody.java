package org.jianxi.gateway.transport.queue;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a message as a stream, so that a large one is counted before it is held. */
final class JmsBody extends InputStream {

    private final BytesMessage message;

    JmsBody(BytesMessage message) {
        this.message = message;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        var piece = new byte[length];
        try {
            var count = message.readBytes(piece, length);
            if (count > 0) {
                System.arraycopy(piece, 0, buffer, offset, count);
            }
            return count <= 0 ? -1 : count;
        } catch (JMSException brokenOff) {
            throw new IOException(brokenOff);
        }
    }
}
