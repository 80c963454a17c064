package org.jianxi.gateway.transport.message;

import java.util.Optional;
import org.jianxi.gateway.canonical.MediaType;

/**
 * One message of a topic or queue.
 *
 * @param id where it stands there; tells a message that comes again from one that says the same
 * @param usualType what it is when it does not say so
 */
public record QueuedMessage(String id, QueueLabel label, Optional<MediaType> usualType, byte[] body) {}
