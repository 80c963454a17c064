package org.jianxi.gateway.signing;

/**
 * A certificate in the keys' folder.
 *
 * @param name what it was issued under; {@code root} and {@code gateway} are the authority's own and the gateway's
 * @param past another took its place; it stays known because evidence was signed with it
 */
public record KeptKey(String name, SigningCertificate certificate, boolean past) {

    /** The serial number as it is shown and asked for, in hexadecimal. */
    public String serial() {
        return certificate.serialNumber().toString(16);
    }
}
