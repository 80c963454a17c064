package org.jianxi.gateway.canonical;

/**
 * A receipt as issued, for ever the same bytes.
 *
 * @param content the signed content: canonical JSON, UTF-8
 * @param cms CMS SignedData over it (GB/T 35275, SM2 with SM3), DER, content attached
 */
public record SignedReceipt(byte[] content, byte[] cms) {}
