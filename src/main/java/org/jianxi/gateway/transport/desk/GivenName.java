package org.jianxi.gateway.transport.desk;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;

/** The name a file came with. It is kept as data; only a plain one is ever written to the disk again, in a reply's name. */
public record GivenName(String text) {

    /** How a detached signature's name ends, after the whole name of its file. */
    public static final String SIGNATURE = ".p7s";

    private static final Pattern PLAIN = Pattern.compile("[0-9A-Za-z\u4e00-\u9fff_.-]{1,120}");
    private static final Pattern MONTH = Pattern.compile("(?<![0-9])[0-9]{4}-[0-9]{2}(?!-?[0-9])");
    private static final Pattern UNPRINTABLE = Pattern.compile("[^0-9A-Za-z\u4e00-\u9fff_.-]");
    private static final int MOST_BYTES = 230;
    private static final int MOST_SHOWN = 120;

    /** Letters, digits, Chinese, {@code _ . -}, and no {@code ..}: cannot lead anywhere, whoever reads it as a path. */
    public boolean isPlain() {
        return PLAIN.matcher(text).matches()
                && !text.contains("..")
                && text.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    }

    /** Whether its owner has not finished with it, by the ways programs say so; also our own replies under way. */
    public boolean isUnfinished() {
        var lower = text.toLowerCase(Locale.ROOT);
        return (lower.startsWith(".") && !lower.startsWith(".."))
                || lower.endsWith(".part")
                || lower.endsWith(".filepart")
                || lower.endsWith(".tmp")
                || lower.endsWith("~");
    }

    /** Whether it is the detached signature that lies beside a file: {@code return.csv.p7s} beside {@code return.csv}. */
    public boolean isSignature() {
        return text.toLowerCase(Locale.ROOT).endsWith(SIGNATURE);
    }

    public Optional<MediaType> mediaType() {
        return MediaType.ofFileName(text);
    }

    /** The month in the name, where it has exactly one; the day of a full date is not a month. */
    public Optional<Period> period() {
        var found = MONTH.matcher(text).results().map(MatchResult::group).toList();
        return found.size() == 1 ? Period.parse(found.getFirst()) : Optional.empty();
    }

    /** Fit to be shown to people and logs. */
    public String shown() {
        var plain = UNPRINTABLE.matcher(text).replaceAll("?");
        return plain.length() > MOST_SHOWN ? plain.substring(0, MOST_SHOWN) : plain;
    }
}
