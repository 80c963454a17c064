package org.jianxi.gateway.flow;

import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.filing.FiledReturns;
import org.jianxi.gateway.filing.FiledReturns.Correction;
import org.jianxi.gateway.filing.FiledReturns.Filed;
import org.jianxi.gateway.filing.ReturnDocuments;
import org.jianxi.gateway.filing.ReturnFormat;
import org.jianxi.gateway.filing.ReturnPdf;
import org.jianxi.gateway.filing.SupplementaryDocuments;
import org.jianxi.gateway.filing.print.PrintFont;

/** The documents of every filing: what was signed as it was signed, the rest from the ledger as it then stood. */
public final class FilingDocuments {

    private final FiledReturns filedReturns;
    private final Provincial provincial;
    private final NextFilings filings;
    private final ReportingUnits units;

    public FilingDocuments(
            FiledReturns filedReturns, Provincial provincial, NextFilings filings, ReportingUnits units) {
        this.filedReturns = filedReturns;
        this.provincial = provincial;
        this.filings = filings;
        this.units = units;
    }

    public Optional<Filed> find(Period period, int revision) {
        return filedReturns.find(period, revision);
    }

    public byte[] write(Filed filed, ReturnFormat format) {
        return switch (format) {
            case JSON -> filed.content();
            case XML -> filed.document();
            case XLSX, CSV, SDMX_CSV -> writeAgain(filed, format);
        };
    }

    /** The official sheet of a filing on paper. */
    public byte[] print(Filed filed, PrintFont font) {
        var view = provincial.asFiled(filed);
        return new ReturnPdf(view.form(), font).write(view.toFile());
    }

    /** Empty for a return that corrects none, and for formats that a difference does not have. */
    public Optional<byte[]> writeDifference(Filed filed, ReturnFormat format) {
        return switch (format) {
            case JSON -> filed.correction().map(Correction::difference);
            case XML -> filed.correction().map(correction -> filed.document());
            case XLSX ->
                filings.asFiled(filed)
                        .map(correction -> documents(filed.period()).workbook(correction));
            case CSV, SDMX_CSV -> Optional.empty();
        };
    }

    /** The difference that filing now would send, canonical JSON. */
    public Optional<byte[]> difference(NextFiling next) {
        var period = next.view().figures().period();
        return next.correction().map(correction -> documents(period).difference(correction));
    }

    private byte[] writeAgain(Filed filed, ReturnFormat format) {
        var view = provincial.asFiled(filed);
        return new ReturnDocuments(view.form(), units).write(format, view.toFile());
    }

    private SupplementaryDocuments documents(Period period) {
        return new SupplementaryDocuments(provincial.form(period), units);
    }
}
