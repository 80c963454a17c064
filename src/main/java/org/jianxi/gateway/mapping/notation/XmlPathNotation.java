package org.jianxi.gateway.mapping.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the small part of XPath that addresses may use: {@code /a/b[@k='v']/@c}, {@code /p:a} where the mapping says what
 * {@code p} stands for. Everything else is refused.
 */
public final class XmlPathNotation {

    private static final String NAME = "[\\p{L}_][\\p{L}\\p{N}_.-]*";
    private static final String QUALIFIED = "(?:(" + NAME + "):)?(" + NAME + ")";
    private static final Pattern STEP =
            Pattern.compile("/" + QUALIFIED + "(?:\\[@" + QUALIFIED + "=(?:'([^']*)'|\"([^\"]*)\")\\])?");
    private static final Pattern ATTRIBUTE = Pattern.compile("/@" + QUALIFIED + "$");

    private final Namespaces namespaces;

    public XmlPathNotation(Namespaces namespaces) {
        this.namespaces = namespaces;
    }

    /** Empty when the text is not such a path from the root of a document. */
    public Optional<Address.XmlPath> parse(String text) {
        return parseInside(text).filter(path -> !path.steps().isEmpty());
    }

    /** Empty when the text is not such a path inside an element; {@code /@c} alone is an attribute of the element itself. */
    Optional<Address.XmlPath> parseInside(String text) {
        var attribute = ATTRIBUTE.matcher(text);
        var ends = attribute.find();
        var name = ends ? name(attribute.group(1), attribute.group(2), "") : Optional.<Address.XmlName>empty();
        if (text.isEmpty() || (ends && name.isEmpty())) {
            return Optional.empty();
        }
        return steps(ends ? text.substring(0, attribute.start()) : text)
                .map(steps -> new Address.XmlPath(text, steps, name));
    }

    private Optional<List<Address.Step>> steps(String path) {
        var steps = new ArrayList<Address.Step>();
        var step = STEP.matcher(path);
        for (var at = 0; at < path.length(); at = step.end()) {
            step.region(at, path.length());
            var read = step.lookingAt() ? step(step) : Optional.<Address.Step>empty();
            if (read.isEmpty()) {
                return Optional.empty();
            }
            steps.add(read.get());
        }
        return Optional.of(steps);
    }

    private Optional<Address.Step> step(Matcher step) {
        var name = name(step.group(1), step.group(2), namespaces.usual());
        if (step.group(4) == null) {
            return name.map(element -> new Address.Step(element, Optional.empty()));
        }
        var value = step.group(5) == null ? String.valueOf(step.group(6)) : step.group(5);
        return name.flatMap(element -> name(step.group(3), step.group(4), "")
                .map(key -> new Address.Step(element, Optional.of(new Address.Condition(key, value)))));
    }

    private Optional<Address.XmlName> name(@Nullable String prefix, String local, String usual) {
        return (prefix == null ? Optional.of(usual) : namespaces.of(prefix))
                .map(namespace -> new Address.XmlName(namespace, local));
    }
}
