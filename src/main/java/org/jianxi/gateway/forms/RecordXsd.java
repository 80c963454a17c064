package org.jianxi.gateway.forms;

import java.util.stream.Collectors;

/** The XSD 1.0 of a canonical batch of records, made from its dataset: the root is named as the dataset, fields stand in any order. */
public final class RecordXsd {

    private static final String FRAME = """
            <?xml version="1.0" encoding="UTF-8"?>
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="%1$s"
                       targetNamespace="%1$s" elementFormDefault="qualified">

              <xs:element name="%2$s">
                <xs:complexType>
                  <xs:all>
                    <xs:element name="sender" type="Sender"/>
                    <xs:element name="period" type="Period"/>
                    <xs:element name="records" type="Records"/>
                  </xs:all>
                </xs:complexType>
              </xs:element>

              <xs:complexType name="Records">
                <xs:choice maxOccurs="unbounded">
                  <xs:element name="record" type="Record"/>
                  <xs:element name="removal" type="Removal"/>
                </xs:choice>
              </xs:complexType>

              <xs:complexType name="Record">
                <xs:all>
            %3$s    </xs:all>
              </xs:complexType>

              <xs:complexType name="Removal">
                <xs:annotation><xs:documentation>已删除的记录</xs:documentation></xs:annotation>
                <xs:all>
            %6$s    </xs:all>
              </xs:complexType>

              <xs:simpleType name="Sender">
                <xs:restriction base="xs:string"><xs:pattern value="%4$s"/></xs:restriction>
              </xs:simpleType>
              <xs:simpleType name="Period">
                <xs:restriction base="xs:string"><xs:pattern value="%5$s"/></xs:restriction>
              </xs:simpleType>
            </xs:schema>
            """;

    private static final String ELEMENT = """
                  <xs:element name="%1$s"%2$s>
                    <xs:annotation><xs:documentation>%3$s</xs:documentation></xs:annotation>
                    <xs:simpleType>
                      <xs:restriction base="%4$s">%5$s</xs:restriction>
                    </xs:simpleType>
                  </xs:element>
            """;

    private RecordXsd() {}

    public static String of(Dataset dataset) {
        return FRAME.formatted(
                CanonicalWords.NAMESPACE,
                dataset.id(),
                dataset.fields().stream()
                        .map(field -> element(field, field.isRequired()))
                        .collect(Collectors.joining()),
                CanonicalWords.SENDER,
                CanonicalWords.PERIOD,
                dataset.key().stream()
                        .map(name -> element(dataset.find(name).orElseThrow(), true))
                        .collect(Collectors.joining()));
    }

    private static String element(Field field, boolean required) {
        var base = field.type() instanceof FieldType.Whole ? "xs:decimal" : "xs:string";
        return ELEMENT.formatted(
                field.name(), required ? "" : " minOccurs=\"0\"", field.label().zh(), base, facets(field.type()));
    }

    private static String facets(FieldType type) {
        return switch (type) {
            case FieldType.Whole whole ->
                pattern(type)
                        + facet("minInclusive", Long.toString(whole.least()))
                        + facet("maxInclusive", Long.toString(whole.most()));
            case FieldType.Text text
            when text.shape().isPresent() -> facet("maxLength", Integer.toString(text.longest())) + pattern(type);
            default -> pattern(type);
        };
    }

    private static String pattern(FieldType type) {
        return facet("pattern", RecordWords.pattern(type, RecordWords.Characters.XML));
    }

    private static String facet(String name, String value) {
        return "<xs:" + name + " value=\"" + value + "\"/>";
    }
}
