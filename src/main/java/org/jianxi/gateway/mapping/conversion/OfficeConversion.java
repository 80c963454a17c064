package org.jianxi.gateway.mapping.conversion;

import java.util.Map;
import java.util.Optional;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;

/** One of the seventeen reporting units by code or name, or by a name of the source's own. */
record OfficeConversion(SenderReader senders) implements Conversion.OfText {

    static OfficeConversion of(ReportingUnits offices, Map<String, Sender> own) {
        return new OfficeConversion(new SenderReader(new SenderRule(Optional.empty(), own), offices));
    }

    @Override
    public Converted ofText(String text) {
        return senders.resolve(text)
                .map(office -> Converted.text(office.code()))
                .orElseGet(() -> Converted.refused(
                        FieldDemand.DIVISION, "不是填报单位的代码或名称", "is neither code nor name of a reporting unit"));
    }
}
