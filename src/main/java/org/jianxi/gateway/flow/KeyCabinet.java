package org.jianxi.gateway.flow;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.flow.SigningSettings.KeyPlace;
import org.jianxi.gateway.intake.SecretReference;
import org.jianxi.gateway.intake.Secrets;
import org.jianxi.gateway.signing.KeyDevice;
import org.jianxi.gateway.signing.KeyProblem;
import org.jianxi.gateway.signing.KeyRing;

/** Opens a key where the settings say that it lies: in a file, a token or a vendor's device. */
record KeyCabinet(Secrets secrets, SecureRandom random) {

    /** Empty where no place is named. Throws {@link KeyProblem} when two are, or when the key cannot be had there. */
    Optional<KeyRing> open(KeyPlace place) {
        var file = Optional.ofNullable(place.keyStore()).map(store -> inFile(store, place));
        var token = Optional.ofNullable(place.pkcs11())
                .map(one -> KeyDevice.pkcs11(one.config(), one.alias()).open(secret(one.pin())));
        var vendors = Optional.ofNullable(place.provider())
                .map(one -> KeyDevice.of(one.className(), one.keyStoreType(), one.alias())
                        .open(secret(one.pin())));
        var all = Stream.of(file, token, vendors).flatMap(Optional::stream).toList();
        if (all.size() > 1) {
            throw new KeyProblem("One key in one place: key-store, pkcs11 or provider");
        }
        return all.stream().findFirst();
    }

    private KeyRing inFile(Path store, KeyPlace place) {
        var password = place.password() != null
                ? secret(place.password())
                : place.passwordFile() == null ? new char[0] : KeyRing.passwordIn(place.passwordFile());
        return KeyRing.open(store, password, random);
    }

    private char[] secret(String reference) {
        if (!reference.matches("(env|file):.+")) {
            throw new KeyProblem("A password or pin is named as env:NAME or file:PATH, never written in the settings");
        }
        return secrets.find(SecretReference.parse(reference))
                .orElseThrow(() -> new KeyProblem("Nothing lies at " + reference))
                .toCharArray();
    }
}
