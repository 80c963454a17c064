package org.jianxi.gateway.forms;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.documents.YamlFile;

/**
 * All editions of the return that are known, side by side; the newest first, one of the same month by its id.
 *
 * @param versions of the canonical form in which a return of any edition may be written
 */
public record ReturnForms(List<ReturnForm> all, CanonicalVersions versions) {

    private static final String FOLDER = "schemas/returns";

    public ReturnForms {
        all = all.stream()
                .sorted(Comparator.comparing(ReturnForm::validFrom).reversed().thenComparing(ReturnForm::id))
                .toList();
    }

    /** Editions in version 1 of the canonical form alone. */
    public ReturnForms(List<ReturnForm> all) {
        this(all, CanonicalVersions.FIRST_ONLY);
    }

    /**
     * Reads every {@code schemas/returns/*.yaml} under the home folder; throws {@link FileProblem} with file and line on
     * the first one that cannot be used.
     *
     * @param digest SM3, which this package does not know
     */
    public static ReturnForms load(Path home, Function<byte[], Digest> digest) {
        var folder = home.resolve(FOLDER);
        try (var files = Files.list(folder)) {
            var forms = new ArrayList<ReturnForm>();
            for (var file : files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                var form = read(file, digest);
                if (forms.stream().anyMatch(other -> other.id().equals(form.id()))) {
                    throw new FileProblem(
                            file.toString(), 0, "the id " + form.id() + " stands in another file already");
                }
                forms.add(form);
            }
            if (forms.isEmpty()) {
                throw new FileProblem(folder.toString(), 0, "holds no return definition");
            }
            return new ReturnForms(forms, CanonicalVersions.load(home));
        } catch (IOException unreadable) {
            throw new FileProblem(folder.toString(), 0, "cannot be read: " + unreadable.getMessage());
        }
    }

    /** One definition file; throws {@link FileProblem} with the line when it cannot be used. */
    public static ReturnForm read(Path file, Function<byte[], Digest> digest) throws IOException {
        return read(file.toString(), Files.readAllBytes(file), digest);
    }

    /** The same from bytes at hand; {@code name} is what messages call them. */
    public static ReturnForm read(String name, byte[] bytes, Function<byte[], Digest> digest) {
        var yaml = YamlFile.parse(name, new String(bytes, StandardCharsets.UTF_8));
        return new FormFile(yaml, digest.apply(bytes)).read();
    }

    /** These with one more, which takes the place of its namesake. */
    public ReturnForms with(ReturnForm one) {
        return new ReturnForms(
                Stream.concat(
                                Stream.of(one),
                                all.stream().filter(other -> !other.id().equals(one.id())))
                        .toList(),
                versions);
    }

    public Optional<ReturnForm> find(String id) {
        return all.stream().filter(form -> form.id().equals(id)).findFirst();
    }

    /** Every edition a return of this month may be filed under; the one meant when nothing is said comes first. */
    public List<ReturnForm> validFor(Period period) {
        return all.stream().filter(form -> form.isValidFor(period)).toList();
    }

    /** The edition meant for a month when a document does not name one. */
    public Optional<ReturnForm> current(Period period) {
        return validFor(period).stream().findFirst();
    }
}
