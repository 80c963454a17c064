package org.jianxi.gateway.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.DerivedFrom;

/**
 * The XSD 1.0 of a canonical monthly return, made from the form's definition: {@code i1}, {@code i2} … are the indicators.
 *
 * <p>Exact for editions that share their indicators. XSD 1.0 cannot make one element's content depend on another's, so
 * editions that differ have one file each.
 */
public final class CanonicalXsd {

    /** Not maxLength: the JDK counts half a rare character (生僻字) for one, JSON Schema the whole. */
    private static final String TEXT = "[\\s\\S]{1," + CanonicalWords.LONGEST_TEXT + "}";

    private static final String FRAME = """
            <?xml version="1.0" encoding="UTF-8"?>
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="%1$s"
                       targetNamespace="%1$s" elementFormDefault="qualified">

              <xs:element name="%2$s" type="MonthlyReturn"/>

              <xs:complexType name="MonthlyReturn">
                <xs:all>
                  <xs:element name="form" type="Form"/>
                  <xs:element name="%6$s" type="Period"/>
                  <xs:element name="%7$s" type="Sender"/>
                  <xs:element name="%8$s" type="Revision" minOccurs="0"/>
                  <xs:element name="derivedFrom" type="DerivedFrom" minOccurs="0"/>
                  <xs:element name="commitment" type="Commitment" minOccurs="0"/>
                  <xs:element name="indicators" type="Indicators"/>
                  <xs:element name="explanations" type="Explanations" minOccurs="0"/>
                </xs:all>
              </xs:complexType>

              <xs:complexType name="Indicators">
                <xs:all>
            %3$s
                </xs:all>
              </xs:complexType>

              <xs:complexType name="Explanations">
                <xs:sequence>
                  <xs:element name="explanation" type="Explanation" minOccurs="0" maxOccurs="%4$d"/>
                </xs:sequence>
              </xs:complexType>

              <xs:complexType name="Explanation">
                <xs:simpleContent>
                  <xs:extension base="Text">
                    <xs:attribute name="rule" type="Rule" use="required"/>
                  </xs:extension>
                </xs:simpleContent>
              </xs:complexType>

            %5$s
            </xs:schema>
            """;

    private CanonicalXsd() {}

    /** The schema of editions that share their indicators; throws {@link IllegalArgumentException} when they do not. */
    public static String of(List<ReturnForm> forms) {
        return of(forms, CanonicalVersion.FIRST);
    }

    /** The same in the names of a version. */
    public static String of(List<ReturnForm> forms, CanonicalVersion version) {
        var first = forms.getFirst();
        if (!forms.stream().allMatch(form -> shape(form).equals(shape(first)))) {
            throw new IllegalArgumentException("Editions that differ in their indicators cannot share an XSD");
        }
        return FRAME.formatted(
                version.namespace(),
                CanonicalWords.ROOT,
                first.indicators().stream().map(CanonicalXsd::element).collect(Collectors.joining("\n")),
                CanonicalWords.MOST_EXPLANATIONS,
                types(forms),
                version.nameOf("period"),
                version.nameOf("sender"),
                version.nameOf("revision"));
    }

    /** All editions by file name: the newest in {@code monthly-return.xsd} with those that share its indicators. */
    public static Map<String, String> files(ReturnForms forms) {
        return files(forms, CanonicalVersion.FIRST);
    }

    /** The same in the names of a version. */
    public static Map<String, String> files(ReturnForms forms, CanonicalVersion version) {
        var groups = forms.all().stream()
                .collect(Collectors.groupingBy(CanonicalXsd::shape, LinkedHashMap::new, Collectors.toList()));
        var files = new LinkedHashMap<String, String>();
        for (var group : groups.values()) {
            var name = files.isEmpty()
                    ? "monthly-return"
                    : "monthly-return-" + group.getFirst().id();
            files.put(name + ".xsd", of(group, version));
        }
        return files;
    }

    /** What the XSD of a form depends on: editions of one shape share a file. */
    private static List<String> shape(ReturnForm form) {
        return form.indicators().stream()
                .map(indicator -> indicator.number() + type(indicator))
                .toList();
    }

    private static String element(Indicator indicator) {
        var begin = "      <xs:element name=\"i%d\" type=\"%s\">\n".formatted(indicator.number(), type(indicator));
        var label = "        <xs:annotation><xs:documentation>%s</xs:documentation></xs:annotation>\n"
                .formatted(indicator.label().zh());
        return begin + label + "      </xs:element>";
    }

    private static String type(Indicator indicator) {
        return indicator.unit().isMoney() ? "Money" : "Count";
    }

    private static String types(List<ReturnForm> forms) {
        var ids = forms.stream()
                .map(form -> "      <xs:enumeration value=\"" + form.id() + "\"/>\n")
                .collect(Collectors.joining());
        return simple("Form", "xs:string", ids)
                + simple("Period", "xs:string", pattern(CanonicalWords.PERIOD))
                + simple("Sender", "xs:string", pattern(CanonicalWords.SENDER))
                + simple("Revision", "xs:decimal", bounds(1, CanonicalWords.MOST_REVISION))
                + simple("DerivedFrom", "xs:string", codes())
                + simple("Commitment", "xs:string", pattern(CanonicalWords.COMMITMENT))
                + simple("Count", "xs:decimal", bounds(0, CanonicalWords.MOST_COUNT))
                + simple("Money", "xs:string", pattern(CanonicalWords.MONEY))
                + simple(
                        "Rule",
                        "xs:string",
                        pattern(CanonicalWords.RULE)
                                + facet("maxLength", Integer.toString(CanonicalWords.LONGEST_RULE)))
                + simple("Text", "xs:string", pattern(TEXT));
    }

    private static String codes() {
        return Stream.of(DerivedFrom.values())
                .map(code -> "      <xs:enumeration value=\"" + code.name() + "\"/>\n")
                .collect(Collectors.joining());
    }

    /** A whole number however it is written: 812.0 is 812, as in JSON Schema. */
    private static String bounds(long least, long most) {
        return facet("fractionDigits", "0")
                + facet("minInclusive", Long.toString(least))
                + facet("maxInclusive", Long.toString(most));
    }

    private static String pattern(String pattern) {
        return facet("pattern", pattern);
    }

    private static String facet(String name, String value) {
        return "      <xs:" + name + " value=\"" + value + "\"/>\n";
    }

    private static String simple(String name, String base, String facets) {
        return "  <xs:simpleType name=\"" + name + "\">\n    <xs:restriction base=\"" + base + "\">\n" + facets
                + "    </xs:restriction>\n  </xs:simpleType>\n";
    }
}
