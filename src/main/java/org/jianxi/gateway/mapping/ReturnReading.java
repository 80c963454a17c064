package org.jianxi.gateway.mapping;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.mapping.conversion.SenderRule;
import org.jianxi.gateway.mapping.notation.Format;
import org.jianxi.gateway.mapping.notation.NumberStyle;
import org.jianxi.gateway.mapping.source.TableRule;

/**
 * How the documents of a monthly return are read.
 *
 * @param form the edition of the return that numbers the figures
 * @param encoding of XML whose declaration is not to be believed
 * @param table of CSV and sheets
 * @param checks of the integrator's own
 */
record ReturnReading(
        Format format,
        NumberStyle numbers,
        Optional<Charset> encoding,
        ReturnForm form,
        Optional<TableRule> table,
        SenderRule sender,
        PeriodRule period,
        List<FigureRule> figures,
        FigureChecks checks)
        implements Reading {

    ReturnReading {
        figures = List.copyOf(figures);
    }
}
