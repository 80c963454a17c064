package org.jianxi.gateway.mapping;

import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the small part of XPath that addresses may use: {@code /a/b[@k='v']/@c}. Everything else is refused. */
final class XmlPathNotation {

    private static final String NAME = "[\\p{L}_][\\p{L}\\p{N}_.-]*";
    private static final Pattern STEP =
            Pattern.compile("/(" + NAME + ")(?:\\[@(" + NAME + ")=(?:'([^']*)'|\"([^\"]*)\")\\])?");
    private static final Pattern ATTRIBUTE = Pattern.compile("/@(" + NAME + ")$");

    private XmlPathNotation() {}

    /** Empty when the text is not such a path. */
    static Optional<Address.XmlPath> parse(String text) {
        var attribute = ATTRIBUTE.matcher(text);
        var ends = attribute.find();
        var path = ends ? text.substring(0, attribute.start()) : text;
        var steps = new ArrayList<Address.Step>();
        var step = STEP.matcher(path);
        var at = 0;
        while (at < path.length()) {
            step.region(at, path.length());
            if (!step.lookingAt()) {
                return Optional.empty();
            }
            var value = step.group(3) == null ? step.group(4) : step.group(3);
            steps.add(new Address.Step(
                    step.group(1),
                    Optional.ofNullable(step.group(2)).map(key -> new Address.Condition(key, String.valueOf(value)))));
            at = step.end();
        }
        return steps.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Address.XmlPath(text, steps, ends ? Optional.of(attribute.group(1)) : Optional.empty()));
    }
}
