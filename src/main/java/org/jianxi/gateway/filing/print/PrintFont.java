package org.jianxi.gateway.filing.print;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;

/** A TrueType font with Chinese characters. None comes along: 宋体 and 仿宋 may not be handed on, free ones are large. */
public record PrintFont(Path file) {

    /** Names the file; without it the usual places of free fonts are looked at. */
    public static final String PROPERTY = "jianxi.print.font";

    private static final Path SYSTEM = Path.of("/usr/share/fonts");
    private static final int DEEPEST = 4;

    /** The better ones first. */
    private static final List<String> KNOWN =
            List.of("NotoSerifSC-Regular.ttf", "NotoSansSC-Regular.ttf", "LXGWWenKai-Regular.ttf", "gbsn00lp.ttf");

    /** Throws {@link NoPrintFont} when there is none. */
    public static PrintFont find(Optional<Path> chosen) {
        return chosen.map(PrintFont::chosen)
                .or(() -> installed().map(PrintFont::new))
                .orElseThrow(() -> new NoPrintFont(
                        "本机没有可用于打印的中文TrueType字体；请安装 fonts-arphic-gbsn00lp，或用 " + PROPERTY + " 指定字体文件",
                        "This machine has no TrueType font with Chinese characters; install fonts-arphic-gbsn00lp or name a file by "
                                + PROPERTY));
    }

    private static PrintFont chosen(Path file) {
        if (!Files.isReadable(file)) {
            throw new NoPrintFont("读不出字体 " + file, "The font " + file + " cannot be read");
        }
        return new PrintFont(file);
    }

    private static Optional<Path> installed() {
        try (Stream<Path> files = Files.walk(SYSTEM, DEEPEST)) {
            var all = files.filter(Files::isRegularFile).toList();
            return KNOWN.stream()
                    .flatMap(name -> all.stream()
                            .filter(file -> file.getFileName().toString().equals(name)))
                    .findFirst();
        } catch (IOException noFonts) {
            return Optional.empty();
        }
    }

    /** Throws {@link NoPrintFont} when a character of the text would be left blank on the paper. */
    void mustHave(String text) {
        try (var font = new TTFParser().parse(new RandomAccessReadBufferedFile(file))) {
            var glyphs = font.getUnicodeCmapLookup();
            text.codePoints()
                    .filter(character -> !Character.isWhitespace(character) && lacks(glyphs, character))
                    .findFirst()
                    .ifPresent(character -> {
                        var shown = Character.toString(character);
                        throw new NoPrintFont(
                                "字体 %s 没有“%s”字，请换一种字体（%s）".formatted(file.getFileName(), shown, PROPERTY),
                                "The font %s has no character %s; choose another by %s"
                                        .formatted(file.getFileName(), shown, PROPERTY));
                    });
        } catch (IOException unusable) {
            throw new NoPrintFont("字体 " + file + " 不是TrueType字体", file + " is no TrueType font");
        }
    }

    private static boolean lacks(CmapLookup glyphs, int character) {
        return glyphs.getGlyphId(character) == 0;
    }
}
