package org.jianxi.gateway.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.jspecify.annotations.Nullable;

/** {@code access.yaml} as it is written, after its schema was kept. Only {@link AccessFile} sees it. */
record AccessEntries(@Nullable List<KeyPart> keys, @Nullable List<AccountPart> accounts) {

    /** One issued key: its hash and its holder. */
    record Key(Digest hash, Caller caller) {}

    record KeyPart(
            String name,
            String role,
            @Nullable String source,
            @Nullable List<String> senders,
            String keySm3) {

        Key toKey() {
            var areas = new HashSet<Sender>();
            if (senders != null) {
                senders.forEach(code -> areas.add(new Sender(code)));
            }
            var roles = Role.named(role).map(Set::of).orElse(Set.of());
            return new Key(
                    new Digest(keySm3),
                    new Caller(name, roles, Optional.ofNullable(source).map(SourceId::new), areas));
        }
    }

    record AccountPart(
            String login,
            String source,
            String sender,
            @Nullable String password,
            @Nullable List<String> publicKeys) {

        Account toAccount() {
            return new Account(
                    login,
                    new SourceId(source),
                    new Sender(sender),
                    Optional.ofNullable(password).map(PasswordHash::new),
                    publicKeys == null ? List.of() : publicKeys);
        }
    }

    List<Key> readKeys() {
        return keys == null ? List.of() : keys.stream().map(KeyPart::toKey).toList();
    }

    List<Account> readAccounts() {
        return accounts == null
                ? List.of()
                : accounts.stream().map(AccountPart::toAccount).toList();
    }
}
