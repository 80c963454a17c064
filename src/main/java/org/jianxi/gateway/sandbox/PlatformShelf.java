package org.jianxi.gateway.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What a platform's sandbox shows, and the numbers it gave. Safe for many threads. */
final class PlatformShelf {

    private final String name;
    private final Map<String, byte[]> shown = new TreeMap<>();
    private final Map<String, String> numbers = new LinkedHashMap<>();
    private int given;

    PlatformShelf(String name) {
        this.name = name;
    }

    /** The same entry again gets the number it has. */
    synchronized String show(String path, byte[] body) {
        var before = shown.put(path, body);
        if (before == null || !Arrays.equals(before, body)) {
            numbers.put(path, "%s-%06d".formatted(name, ++given));
        }
        return numbers.getOrDefault(path, "");
    }

    /** Empty where nothing is shown there. */
    synchronized String withdraw(String path) {
        return shown.remove(path) == null ? "" : "%s-%06d".formatted(name, ++given);
    }

    synchronized Map<String, String> shown() {
        var texts = new TreeMap<String, String>();
        shown.forEach((path, body) -> texts.put(path, new String(body, StandardCharsets.UTF_8)));
        return texts;
    }
}
