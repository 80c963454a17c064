package org.jianxi.gateway.signing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Every certificate the gateway ever signed with, in a folder of its own, so that evidence of years ago finds its signer. */
public record OwnCertificates(Path folder) {

    /** The same ring, knowing all certificates of before; its own is remembered from now on. */
    public KeyRing remember(KeyRing ring) {
        var files = PrivateFiles.in(folder);
        var name = ring.certificate().fingerprint().hex() + ".pem";
        if (!files.has(name)) {
            files.write(name, ring.pem().getBytes(StandardCharsets.US_ASCII));
        }
        return ring.knowing(all());
    }

    public List<SigningCertificate> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var found = Files.list(folder)) {
            var certificates = new ArrayList<SigningCertificate>();
            for (var file : found.filter(one -> one.toString().endsWith(".pem"))
                    .sorted()
                    .toList()) {
                certificates.add(SigningCertificate.read(file));
            }
            return certificates;
        } catch (IOException unreadable) {
            throw new KeyProblem("The folder " + folder + " cannot be read", unreadable);
        }
    }
}
