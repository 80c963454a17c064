package org.jianxi.gateway.intake;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.documents.FileSchema;
import org.jianxi.gateway.documents.YamlFile;
import org.jspecify.annotations.Nullable;

/** {@code var/contacts.yaml}, read anew each time it is asked. Where there is none, nobody is written to. */
public record ContactFile(Path home, Path var) {

    private static final String SCHEMA = "schemas/contacts.schema.json";

    /** What the file says; where it is wrong, nobody and why. */
    public Contacts read() {
        var file = var.resolve("contacts.yaml");
        if (!Files.exists(file)) {
            return Contacts.NONE;
        }
        try {
            var yaml = YamlFile.read(file);
            FileSchema.read(home.resolve(SCHEMA)).check(yaml);
            return contacts(yaml, yaml.as(Written.class));
        } catch (FileProblem unusable) {
            return new Contacts(Optional.empty(), Optional.empty(), Map.of(), Optional.of(unusable));
        }
    }

    private static Contacts contacts(YamlFile yaml, Written written) {
        var post = Optional.ofNullable(written.mail()).map(MailEntrance.ReplyPart::reply);
        post.flatMap(one -> one.smtp().misfit("/mail/smtp")).ifPresent(misfit -> {
            throw yaml.problem(misfit.pointer(), misfit.why());
        });
        var units = new TreeMap<Sender, Contacts.Contact>();
        Optional.ofNullable(written.units())
                .orElse(Map.of())
                .forEach((code, part) -> units.put(new Sender(code), part.contact()));
        return new Contacts(
                post, Optional.ofNullable(written.office()).map(ContactPart::contact), units, Optional.empty());
    }

    /** The file as it is written, after its schema was kept. */
    private record Written(
            MailEntrance.@Nullable ReplyPart mail,
            @Nullable ContactPart office,
            @Nullable Map<String, ContactPart> units) {}

    private record ContactPart(
            String role,
            @Nullable List<String> mail,
            @Nullable String phone) {
        Contacts.Contact contact() {
            return new Contacts.Contact(role, mail == null ? List.of() : mail, Optional.ofNullable(phone));
        }
    }
}
