package org.jianxi.gateway.filing;

import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.rollup.ProvincialFigures;

/**
 * The return the province files: its figures, which filing of them this is, and who filled it in.
 *
 * @param revision 1 for the first filing of the period, then counting up with each correction
 */
public record ProvincialReturn(int revision, ProvincialFigures figures, FilledIn filledIn) {

    public static final ReportingUnit PROVINCE = new ReportingUnit(new Sender("530000"), "云南省");

    public ProvincialReturn {
        if (revision < 1) {
            throw new IllegalArgumentException("Revisions count from 1, not " + revision);
        }
    }

    /** The first filing, the foot of the form left blank for the pen. */
    public static ProvincialReturn unsigned(ProvincialFigures figures) {
        return new ProvincialReturn(1, figures, FilledIn.BLANK);
    }

    /** The foot of the form: 填报人, 填报时间, 联系电话; empty text where it stays blank. */
    public record FilledIn(String by, String on, String telephone) {
        public static final FilledIn BLANK = new FilledIn("", "", "");
    }
}
