package org.jianxi.gateway.registries.identity;

import java.text.Normalizer;
import java.util.BitSet;
import java.util.Locale;
import java.util.Map;
import org.jianxi.gateway.canonical.Folded;

/**
 * Names made comparable: width, spaces, invisible characters, the many middle dots of minority names, and variants of one character
 * as a list says. Only ever used beside an equal identity number; it does not say that two people are one.
 */
public final class NameForms {

    private static final String DOTS = ".·•․‧・●∙⋅᛫⸱⸳｡。ㆍᐧ﹒";
    private static final String BLANKS = " \t\n\u000B\f\r";

    private static final int FIRST_COMMON = 0x4E00;
    private static final int LAST_COMMON = 0x9FA5;

    private final Map<Integer, String> standardForms;
    private final BitSet variants = new BitSet();

    /** @param standardForms by code point of the variant */
    NameForms(Map<Integer, String> standardForms) {
        this.standardForms = Map.copyOf(standardForms);
        standardForms.keySet().stream()
                .filter(one -> one >= FIRST_COMMON && one <= LAST_COMMON)
                .forEach(one -> variants.set(one - FIRST_COMMON));
    }

    /** The form in which two writings of one name are equal; empty when nothing is left. A missing dot is no difference. */
    public String comparable(String written) {
        if (isPlain(written)) {
            return written;
        }
        var folded = Normalizer.normalize(Folded.text(written), Normalizer.Form.NFKC);
        var bare = bare(folded);
        return bare.codePoints().anyMatch(standardForms::containsKey) ? standard(bare) : bare.toUpperCase(Locale.ROOT);
    }

    /** As most names are: common Chinese characters and none that is another's variant. */
    private boolean isPlain(String written) {
        for (var at = 0; at < written.length(); at++) {
            var one = written.charAt(at);
            if (one < FIRST_COMMON || one > LAST_COMMON || variants.get(one - FIRST_COMMON)) {
                return false;
            }
        }
        return true;
    }

    private static String bare(String folded) {
        var bare = new StringBuilder(folded.length());
        for (var at = 0; at < folded.length(); at++) {
            var one = folded.charAt(at);
            if (DOTS.indexOf(one) < 0 && BLANKS.indexOf(one) < 0) {
                bare.append(one);
            }
        }
        return bare.toString();
    }

    private String standard(String name) {
        var standard = new StringBuilder(name.length());
        name.codePoints().forEach(one -> {
            var form = standardForms.get(one);
            if (form == null) {
                standard.appendCodePoint(one);
            } else {
                standard.append(form);
            }
        });
        return standard.toString().toUpperCase(Locale.ROOT);
    }
}
