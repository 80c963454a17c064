package org.jianxi.gateway.filing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.documents.JsonText;
import org.jianxi.gateway.forms.Indicator;
import org.jianxi.gateway.forms.ReturnForm;
import org.jianxi.gateway.forms.Unit;

/** What {@link SdmxCsv} means, as an SDMX-JSON 2.0 structure message: dataflow, data structure, concepts and code lists. */
public record SdmxStructure(ReturnForm form, ReportingUnits units) {

    private static final String SCHEMA =
            "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/2.0.0/sdmx-json-structure-schema.json";
    private static final Map<String, Bilingual> CONCEPT_NAMES = conceptNames();

    public byte[] write() {
        var names = new SdmxNames(form);
        var data = new LinkedHashMap<String, Object>();
        data.put("dataflows", List.of(dataflow(names)));
        data.put("dataStructures", List.of(dataStructure(names)));
        data.put("conceptSchemes", List.of(concepts()));
        data.put("codelists", codelists(names));
        var message = new LinkedHashMap<String, Object>();
        message.put("meta", meta(names));
        message.put("data", data);
        return JsonText.of(message);
    }

    /** Dated by the edition, so that the same definition gives the same file. */
    private Map<String, Object> meta(SdmxNames names) {
        var meta = new LinkedHashMap<String, Object>();
        meta.put("schema", SCHEMA);
        meta.put("id", names.id());
        meta.put("test", false);
        meta.put("prepared", form.validFrom().firstDay() + "T00:00:00Z");
        meta.put("contentLanguages", List.of("zh", "en"));
        meta.put("sender", Map.of("id", SdmxNames.AGENCY));
        return meta;
    }

    private Map<String, Object> dataflow(SdmxNames names) {
        var dataflow = SdmxParts.maintained(names.id(), form.title());
        dataflow.put("structure", SdmxNames.urn("datastructure.DataStructure", names.id()));
        return dataflow;
    }

    private Map<String, Object> dataStructure(SdmxNames names) {
        var dimensions = new LinkedHashMap<String, Object>();
        dimensions.put("id", "DimensionDescriptor");
        dimensions.put(
                "dimensions",
                List.of(
                        SdmxParts.coded(SdmxNames.FREQ, "CL_FREQ"),
                        SdmxParts.coded(SdmxNames.REF_AREA, "CL_AREA"),
                        SdmxParts.coded(SdmxNames.INDICATOR, names.indicatorList())));
        var time = SdmxParts.component(SdmxNames.TIME_PERIOD);
        time.put("localRepresentation", Map.of("format", Map.of("dataType", "ObservationalTimePeriod")));
        dimensions.put("timeDimension", time);

        var measure = SdmxParts.component(SdmxNames.OBS_VALUE);
        measure.put("usage", "optional");
        measure.put("localRepresentation", Map.of("format", Map.of("dataType", "Decimal")));

        var components = new LinkedHashMap<String, Object>();
        components.put("dimensionList", dimensions);
        components.put("measureList", SdmxParts.list("MeasureDescriptor", "measures", List.of(measure)));
        components.put("attributeList", SdmxParts.list("AttributeDescriptor", "attributes", attributes()));
        var structure = SdmxParts.maintained(names.id(), form.title());
        structure.put("dataStructureComponents", components);
        return structure;
    }

    private static List<Object> attributes() {
        var unit = SdmxParts.coded(SdmxNames.UNIT_MEASURE, "CL_UNIT");
        unit.put("usage", "mandatory");
        unit.put("attributeRelationship", Map.of("dimensions", List.of(SdmxNames.INDICATOR)));
        var status = SdmxParts.coded(SdmxNames.OBS_STATUS, "CL_OBS_STATUS");
        status.put("usage", "mandatory");
        status.put("attributeRelationship", Map.of("observation", Map.of()));
        return List.of(unit, status);
    }

    private Map<String, Object> concepts() {
        var scheme = SdmxParts.maintained(
                SdmxParts.CONCEPTS, new Bilingual("就业见习月报概念", "Concepts of the monthly internship return"));
        scheme.put(
                "concepts",
                CONCEPT_NAMES.entrySet().stream()
                        .map(concept -> SdmxParts.item(concept.getKey(), concept.getValue()))
                        .toList());
        return scheme;
    }

    private List<Object> codelists(SdmxNames names) {
        var areas = Stream.concat(Stream.of(ProvincialReturn.PROVINCE), units.inOrder().stream())
                .map(unit -> SdmxParts.item(unit.sender().code(), new Bilingual(unit.name(), unit.name())))
                .toList();
        var measures = Stream.of(Unit.values())
                .map(unit -> SdmxParts.item(SdmxNames.unitCode(unit), unitName(unit)))
                .toList();
        var frequency = List.of(SdmxParts.item(SdmxNames.MONTHLY, new Bilingual("月", "Monthly")));
        var statuses = List.of(
                SdmxParts.item(SdmxNames.NORMAL, new Bilingual("正常值", "Normal value")),
                SdmxParts.item(SdmxNames.MISSING, new Bilingual("缺报", "Missing value")));
        return List.of(
                SdmxParts.codelist("CL_FREQ", new Bilingual("频率", "Frequency"), frequency),
                SdmxParts.codelist("CL_AREA", new Bilingual("填报单位", "Reporting units"), areas),
                SdmxParts.codelist(names.indicatorList(), new Bilingual("指标", "Indicators"), indicators()),
                SdmxParts.codelist("CL_UNIT", new Bilingual("计量单位", "Units of measure"), measures),
                SdmxParts.codelist("CL_OBS_STATUS", new Bilingual("数据状态", "Observation status"), statuses));
    }

    private List<Map<String, Object>> indicators() {
        return form.indicators().stream().map(SdmxStructure::indicator).toList();
    }

    private static Map<String, Object> indicator(Indicator indicator) {
        var code = SdmxParts.item(Integer.toString(indicator.number()), indicator.label());
        code.put("description", indicator.definition().zh());
        code.put("descriptions", SdmxParts.bothLanguages(indicator.definition()));
        indicator.partOf().ifPresent(parent -> code.put("parent", Integer.toString(parent)));
        return code;
    }

    private static Bilingual unitName(Unit unit) {
        return switch (unit) {
            case GE -> new Bilingual(unit.printed(), "Units");
            case PEOPLE -> new Bilingual(unit.printed(), "Persons");
            case TEN_THOUSAND_YUAN -> new Bilingual(unit.printed(), "Ten thousand yuan");
        };
    }

    private static Map<String, Bilingual> conceptNames() {
        var names = new LinkedHashMap<String, Bilingual>();
        names.put(SdmxNames.FREQ, new Bilingual("频率", "Frequency"));
        names.put(SdmxNames.REF_AREA, new Bilingual("填报单位", "Reference area"));
        names.put(SdmxNames.INDICATOR, new Bilingual("指标", "Indicator"));
        names.put(SdmxNames.TIME_PERIOD, new Bilingual("所属期", "Time period"));
        names.put(SdmxNames.OBS_VALUE, new Bilingual("数值", "Observation value"));
        names.put(SdmxNames.UNIT_MEASURE, new Bilingual("计量单位", "Unit of measure"));
        names.put(SdmxNames.OBS_STATUS, new Bilingual("数据状态", "Observation status"));
        return names;
    }
}
