package org.jianxi.gateway.forms;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;

/**
 * One field of a dataset.
 *
 * @param row what {@code schemas/codes/dictionary.csv} calls it, where several fields share a row
 * @param besidePeople whether some field of its dataset is a person's
 * @param naming what it is called elsewhere
 * @param clause what a finding about it cites
 */
public record Field(
        String name,
        String row,
        Bilingual label,
        FieldType type,
        Required required,
        Privacy personal,
        boolean besidePeople,
        Naming naming,
        String clause) {

    /**
     * @param alsoCalled labels that real sheets use; they help to draft a mapping and decide nothing
     * @param vendorCodes what systems of the trade call it, such as {@code AAC002}
     * @param standard the national standard behind it; empty where there is none
     */
    public record Naming(List<String> alsoCalled, List<String> vendorCodes, String standard) {
        public Naming {
            alsoCalled = List.copyOf(alsoCalled);
            vendorCodes = List.copyOf(vendorCodes);
        }
    }

    public List<String> alsoCalled() {
        return naming.alsoCalled();
    }

    public List<String> vendorCodes() {
        return naming.vendorCodes();
    }

    public String standard() {
        return naming.standard();
    }

    /**
     * Whether what stands there may be repeated in a finding. Beside people nothing may: a column out of place puts a name where a code
     * belongs.
     */
    public boolean isShown() {
        return !personal.isHidden() && !besidePeople;
    }

    /** Its codes, when it is a coded field. */
    public Optional<CodeList> codes() {
        return type instanceof FieldType.Coded coded ? Optional.of(coded.codes()) : Optional.empty();
    }

    /** Whether every record must have it. */
    public boolean isRequired() {
        return required instanceof Required.Always;
    }
}
