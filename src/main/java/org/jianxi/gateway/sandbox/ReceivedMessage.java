package org.jianxi.gateway.sandbox;

/**
 * A message the sandbox took in, with what it answered. The same id is answered the same way for ever.
 *
 * @param acknowledgement JSON
 * @param signature the sandbox's detached CMS over it
 * @param accepted whether the acknowledgement says so
 */
public record ReceivedMessage(
        String messageId,
        String contentType,
        byte[] body,
        byte[] acknowledgement,
        byte[] signature,
        boolean accepted) {}
