package org.jianxi.gateway.marking;

import org.jianxi.gateway.canonical.MediaType;

/** A document as its sender sent it, byte for byte. */
public record Sent(MediaType type, byte[] content) {}
