package org.jianxi.gateway.mapping.notation;

import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JsonPointer;

/** Reads addresses of JSON: a pointer (RFC 6901), or one whose steps pick an item of an array, {@code /items[code=DW01]/value}. */
public final class JsonPathNotation {

    private static final Pattern POINTER = Pattern.compile("(/([^~/]|~0|~1)*)+");
    private static final Pattern PICK = Pattern.compile("\\[([^\\[\\]=/]+)=([^\\[\\]]+)](?=/|$)");

    private JsonPathNotation() {}

    /** Empty when the text is no such address. */
    public static Optional<Address> parse(String text) {
        var steps = new ArrayList<Address.ItemStep>();
        var pick = PICK.matcher(text);
        var from = 0;
        while (pick.find()) {
            var to = pointer(text.substring(from, pick.start()));
            if (to.isEmpty()) {
                return Optional.empty();
            }
            steps.add(new Address.ItemStep(to.get(), Optional.of(new Address.Pick(pick.group(1), pick.group(2)))));
            from = pick.end();
        }
        if (from == 0) {
            return pointer(text).map(Address.Pointer::new);
        }
        if (from < text.length()) {
            var rest = pointer(text.substring(from));
            if (rest.isEmpty()) {
                return Optional.empty();
            }
            steps.add(new Address.ItemStep(rest.get(), Optional.empty()));
        }
        return Optional.of(new Address.ItemPath(text, steps));
    }

    private static Optional<JsonPointer> pointer(String text) {
        return POINTER.matcher(text).matches() ? Optional.of(JsonPointer.compile(text)) : Optional.empty();
    }
}
