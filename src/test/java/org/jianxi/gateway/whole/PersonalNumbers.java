package org.jianxi.gateway.whole;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.jianxi.gateway.canonical.CitizenId;

/**
 * Finds what can be nobody's but a person's: citizens' numbers that keep GB 11643 and mobile numbers, in text, in the hexadecimal of a
 * database's bytes, and in ZIP archives within those. Digits are the same bytes in UTF-8 and GB18030.
 */
final class PersonalNumbers {

    private static final Pattern CITIZEN = Pattern.compile("(?<![0-9A-Za-z])[1-9][0-9]{16}[0-9Xx](?![0-9A-Za-z])");
    private static final Pattern MOBILE = Pattern.compile("(?<![0-9A-Za-z.])1[3-9][0-9]{9}(?![0-9A-Za-z])");
    private static final Pattern HEXADECIMAL = Pattern.compile("\\\\x((?:[0-9a-f]{2}){11,})");
    private static final int MOST_OF_A_PART = 32 * 1024 * 1024;
    private static final byte[] ARCHIVE = {'P', 'K', 3, 4};

    private PersonalNumbers() {}

    /** What was found, cut so that a report of it holds nobody either. Line by line, for a dump may be larger than the heap. */
    static Set<String> in(Path file) throws IOException {
        var found = new LinkedHashSet<String>();
        if (isArchive(file)) {
            lookAt(Files.readAllBytes(file), found::add);
            return found;
        }
        try (var lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                lookAt(line, found::add);
            }
        }
        return found;
    }

    private static boolean isArchive(Path file) throws IOException {
        try (var content = Files.newInputStream(file)) {
            return startsWith(content.readNBytes(ARCHIVE.length), ARCHIVE);
        }
    }

    private static void lookAt(String text, Consumer<String> found) {
        CITIZEN.matcher(text)
                .results()
                .forEach(hit -> CitizenId.find(hit.group().replace('x', 'X'))
                        .ifPresent(number -> found.accept("a citizen's number, " + number)));
        MOBILE.matcher(text)
                .results()
                .forEach(hit -> found.accept("a mobile number, " + hit.group().substring(0, 3) + "********"));
        for (var hit : HEXADECIMAL.matcher(text).results().toList()) {
            lookAt(HexFormat.of().parseHex(hit.group(1)), found);
        }
    }

    private static void lookAt(byte[] content, Consumer<String> found) {
        lookAt(new String(content, StandardCharsets.ISO_8859_1), found);
        if (startsWith(content, ARCHIVE)) {
            lookInto(new ByteArrayInputStream(content), found);
        }
    }

    /** As far as it can be read: archives that are hostile on purpose lie in the databases of their tests. */
    private static void lookInto(InputStream archive, Consumer<String> found) {
        try (var parts = new ZipInputStream(archive)) {
            while (parts.getNextEntry() != null) {
                lookAt(parts.readNBytes(MOST_OF_A_PART), found);
            }
        } catch (IOException | IllegalArgumentException notWhole) {
            // what could be read was looked at
        }
    }

    private static boolean startsWith(byte[] content, byte[] mark) {
        return content.length >= mark.length && Arrays.equals(content, 0, mark.length, mark, 0, mark.length);
    }
}
