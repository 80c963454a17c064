package org.jianxi.gateway.filing;

/**
 * An acknowledgement as it came.
 *
 * @param content JSON, UTF-8, kept byte for byte
 * @param signature the ministry's detached CMS over it
 */
public record SignedAcknowledgement(byte[] content, byte[] signature) {}
