package org.jianxi.gateway.signing;

/**
 * A certificate that is wanted.
 *
 * @param name letters, digits and hyphens; becomes the files' name
 * @param commonName what the certificate calls the holder
 */
public record KeyOrder(String name, String commonName, Use use, Algorithm algorithm, Validity validity) {

    public KeyOrder {
        if (!isName(name)) {
            throw new IllegalArgumentException("Not a name for a key: " + name);
        }
        if (commonName.isBlank()) {
            throw new IllegalArgumentException("A certificate names its holder");
        }
    }

    public static boolean isName(String name) {
        return name.matches("[a-z0-9][a-z0-9-]{0,39}") && !name.equals("root") && !name.equals("gateway");
    }
}
