package org.jianxi.gateway.forms;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Place;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.documents.YamlFile;
import tools.jackson.databind.JsonNode;

/** The versions of the canonical form that are known, side by side; version 1 is always among them. */
public record CanonicalVersions(List<CanonicalVersion> all) {

    public static final CanonicalVersions FIRST_ONLY = new CanonicalVersions(List.of(CanonicalVersion.FIRST));

    private static final String FILE = "schemas/canonical/versions.yaml";

    /** The others tell a canonical document from a source's own format, or are no plain text. */
    private static final Set<String> RENAMEABLE = Set.of("period", "sender", "revision");

    private static final Set<String> TAKEN =
            Set.of("form", "period", "sender", "revision", "indicators", "explanations", CanonicalVersion.MEMBER);

    public CanonicalVersions {
        all = List.copyOf(all);
    }

    /** Whether an XML namespace is of the canonical form, in whatever version. */
    public static boolean isCanonical(String namespace) {
        return namespace.matches(CanonicalWords.FAMILY + "[1-9][0-9]{0,3}");
    }

    /** Reads {@code schemas/canonical/versions.yaml}; where there is none, version 1 is the only one. */
    static CanonicalVersions load(Path home) throws IOException {
        var file = home.resolve(FILE);
        return Files.exists(file) ? read(file.toString(), Files.readString(file, StandardCharsets.UTF_8)) : FIRST_ONLY;
    }

    /** The same from text at hand; throws {@link FileProblem} with the line when it does not hold together. */
    static CanonicalVersions read(String name, String text) {
        var root = Section.root(YamlFile.parse(name, text)).only("versions");
        var versions = new ArrayList<CanonicalVersion>();
        for (var section : root.sections("versions")) {
            var version = version(section);
            if (version.number() != versions.size() + 1) {
                throw section.at("version").problem("must count from 1 without a gap");
            }
            versions.add(version);
        }
        for (var section : root.sections("versions")) {
            if (section.has("superseded")) {
                var newer = section.at("superseded").text("by");
                if (versions.stream()
                        .noneMatch(one -> Integer.toString(one.number()).equals(newer))) {
                    throw section.at("superseded").at("by").problem("must be one of the versions");
                }
            }
        }
        if (versions.isEmpty() || !versions.getFirst().names().isEmpty()) {
            throw root.at("versions").problem("must begin with version 1, which has no other names");
        }
        return new CanonicalVersions(versions);
    }

    /** The version an XML document is written in; empty for one of the family that is not known. Other namespaces are judged as version 1. */
    Optional<CanonicalVersion> ofNamespace(String namespace) {
        return isCanonical(namespace)
                ? all.stream().filter(one -> one.namespace().equals(namespace)).findFirst()
                : Optional.of(all.getFirst());
    }

    /** The version a JSON document is written in: another than 1 is said by a number, anything else is an unknown member of version 1. */
    Optional<CanonicalVersion> ofJson(JsonNode document) {
        var said = document.path(CanonicalVersion.MEMBER);
        var isSaid = said.isIntegralNumber() && !said.asString().equals("1");
        return isSaid && document.isObject()
                ? all.stream()
                        .filter(one -> said.asString().equals(Integer.toString(one.number())))
                        .findFirst()
                : Optional.of(all.getFirst());
    }

    Finding unknown(String said, Place at) {
        var known = all.stream().map(one -> Integer.toString(one.number())).toList();
        var rule = CanonicalRule.VERSION;
        var message = new Bilingual(
                "不认识的规范报文版本%s；已知的是第%s版".formatted(said, String.join("、", known)),
                "%s is no version of the canonical form that is known here; known are %s"
                        .formatted(said, String.join(", ", known)));
        return Finding.error(rule, at, message);
    }

    private static CanonicalVersion version(Section section) {
        section.only("version", "names", "superseded");
        Map<String, String> names = section.has("names") ? section.at("names").textsByName() : Map.of();
        var distinct = names.values().stream().collect(Collectors.toSet());
        for (var name : names.entrySet()) {
            var own = name.getValue();
            if (!RENAMEABLE.contains(name.getKey())
                    || !own.matches("[a-z][A-Za-z]{0,39}")
                    || TAKEN.contains(own)
                    || distinct.size() < names.size()) {
                throw section.at("names")
                        .at(name.getKey())
                        .problem("must give period, sender or revision a name of its own, in letters");
            }
        }
        return new CanonicalVersion(
                section.number("version"),
                names,
                section.has("superseded") ? Optional.of(Superseded.read(section.at("superseded"))) : Optional.empty());
    }
}
