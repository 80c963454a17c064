package org.jianxi.gateway.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a registry's sandbox was sent, byte for byte.
 *
 * @param target path and query, as they came
 */
public record RegistryRequest(String method, String target, Map<String, List<String>> headers, byte[] body) {

    /** Empty where there is none. */
    public String query() {
        var mark = target.indexOf('?');
        return mark < 0 ? "" : target.substring(mark + 1);
    }

    public String path() {
        return target.split("\\?", 2)[0];
    }

    public Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .findFirst();
    }

    /** All of it, for whoever searches it for what must not be there. */
    public byte[] everything() {
        var text = new StringBuilder(method).append(' ').append(target).append('\n');
        headers.forEach((name, values) -> values.forEach(
                value -> text.append(name).append(": ").append(value).append('\n')));
        var head = text.append('\n').toString().getBytes(StandardCharsets.ISO_8859_1);
        var all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    /** Never what was sent. */
    @Override
    public String toString() {
        return method + " " + path() + " of " + body.length + " bytes";
    }
}
