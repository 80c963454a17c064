package org.jianxi.gateway.signing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How keys and certificates lie in their folder: {@code <name>.p12} and {@code <name>.pem} in force (the gateway's is
 * {@code signer.pem}), and in {@code past/} everything that was replaced, under its name and serial number. Nothing is overwritten.
 */
final class KeyFolder {

    private static final String GATEWAY = "gateway";
    private static final String GATEWAY_PEM = "signer.pem";
    private static final int SERIAL_DIGITS = 16;

    private final PrivateFiles files;
    private final PrivateFiles past;

    private KeyFolder(PrivateFiles files) {
        this.files = files;
        this.past = new PrivateFiles(files.at("past"));
    }

    static KeyFolder in(Path folder) {
        return new KeyFolder(PrivateFiles.in(folder));
    }

    PrivateFiles files() {
        return files;
    }

    boolean has(String name) {
        return files.has(name + ".p12");
    }

    KeyStoreFile read(String name, char[] password) {
        return KeyStoreFile.read(files.read(name + ".p12"), password);
    }

    void write(String name, KeyStoreFile made, char[] password) {
        files.write(name + ".p12", made.write(password));
        show(name, made.chain().getFirst());
    }

    /** Writes the certificate where it is missing or another's, because a kill may have come between the key store and it. */
    void show(String name, SigningCertificate certificate) {
        var pem = pem(name);
        if (files.has(pem)) {
            var shown = SigningCertificate.parse(files.read(pem));
            if (shown.equals(certificate)) {
                return;
            }
            move(pem, pastName(name, shown) + ".pem");
        }
        files.write(pem, certificate.pem().getBytes(StandardCharsets.US_ASCII));
    }

    Optional<SigningCertificate> certificate(String name) {
        return files.has(pem(name)) ? Optional.of(SigningCertificate.parse(files.read(pem(name)))) : Optional.empty();
    }

    /** Takes a key out of force; its certificate is still to be found. */
    void retire(String name, SigningCertificate certificate) {
        var to = pastName(name, certificate);
        PrivateFiles.in(past.folder()).write(to + ".pem", certificate.pem().getBytes(StandardCharsets.US_ASCII));
        move(name + ".p12", to + ".p12");
        try {
            Files.deleteIfExists(files.at(pem(name)));
        } catch (IOException failed) {
            throw new KeyProblem(files.at(pem(name)) + " cannot be moved", failed);
        }
    }

    /** Remembers until when a retired certificate may still be met. */
    void overlap(String name, SigningCertificate certificate, Instant until) {
        PrivateFiles.in(past.folder())
                .write(pastName(name, certificate) + ".until", until.toString().getBytes(StandardCharsets.US_ASCII));
    }

    Map<SigningCertificate, Instant> overlaps() {
        var ends = new LinkedHashMap<SigningCertificate, Instant>();
        for (var file : list(past.folder(), ".until")) {
            var stem = stem(file, ".until");
            ends.put(
                    SigningCertificate.parse(past.read(stem + ".pem")),
                    Instant.parse(new String(past.read(stem + ".until"), StandardCharsets.US_ASCII)));
        }
        return ends;
    }

    /** What is in force, then what is past, each by name. */
    List<KeptKey> keys() {
        var keys = new ArrayList<KeptKey>();
        for (var file : list(files.folder(), ".pem")) {
            var name = file.endsWith(GATEWAY_PEM) ? GATEWAY : stem(file, ".pem");
            keys.add(new KeptKey(name, SigningCertificate.read(file), false));
        }
        for (var file : list(past.folder(), ".pem")) {
            var stem = stem(file, ".pem");
            keys.add(new KeptKey(stem.substring(0, stem.lastIndexOf('.')), SigningCertificate.read(file), true));
        }
        return keys;
    }

    private void move(String from, String to) {
        try {
            Files.move(files.at(from), PrivateFiles.in(past.folder()).at(to), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new KeyProblem(files.at(from) + " cannot be moved", failed);
        }
    }

    private static List<Path> list(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var found = Files.list(folder)) {
            return found.filter(file -> file.getFileName().toString().endsWith(ending)
                            && !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new KeyProblem(folder + " cannot be read", failed);
        }
    }

    private static String pem(String name) {
        return name.equals(GATEWAY) ? GATEWAY_PEM : name + ".pem";
    }

    private static String pastName(String name, SigningCertificate certificate) {
        var serial = certificate.serialNumber().toString(16);
        return name + "." + serial.substring(0, Math.min(SERIAL_DIGITS, serial.length()));
    }

    private static String stem(Path file, String ending) {
        var name = file.getFileName().toString();
        return name.substring(0, name.length() - ending.length());
    }
}
