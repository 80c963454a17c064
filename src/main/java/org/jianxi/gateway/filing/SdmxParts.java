package org.jianxi.gateway.filing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jianxi.gateway.canonical.Bilingual;

/** The recurring parts of an SDMX-JSON structure message: artefacts with names, code lists, components and their concepts. */
final class SdmxParts {

    static final String CONCEPTS = "CS_MONTHLY_RETURN";

    private SdmxParts() {}

    static Map<String, Object> codelist(String id, Bilingual name, List<Map<String, Object>> codes) {
        var list = maintained(id, name);
        list.put("codes", codes);
        return list;
    }

    static Map<String, Object> list(String id, String member, List<?> items) {
        var list = new LinkedHashMap<String, Object>();
        list.put("id", id);
        list.put(member, items);
        return list;
    }

    static Map<String, Object> coded(String id, String codelist) {
        var component = component(id);
        component.put("localRepresentation", Map.of("enumeration", SdmxNames.urn("codelist.Codelist", codelist)));
        return component;
    }

    static Map<String, Object> component(String id) {
        var component = new LinkedHashMap<String, Object>();
        component.put("id", id);
        component.put("conceptIdentity", SdmxNames.urn("conceptscheme.Concept", CONCEPTS) + "." + id);
        return component;
    }

    static Map<String, Object> maintained(String id, Bilingual name) {
        var artefact = new LinkedHashMap<String, Object>();
        artefact.put("id", id);
        artefact.put("agencyID", SdmxNames.AGENCY);
        artefact.put("version", "1.0.0");
        artefact.putAll(named(name));
        return artefact;
    }

    static Map<String, Object> item(String id, Bilingual name) {
        var item = new LinkedHashMap<String, Object>();
        item.put("id", id);
        item.putAll(named(name));
        return item;
    }

    private static Map<String, Object> named(Bilingual name) {
        var named = new LinkedHashMap<String, Object>();
        named.put("name", name.zh());
        named.put("names", bothLanguages(name));
        return named;
    }

    static Map<String, Object> bothLanguages(Bilingual text) {
        var both = new LinkedHashMap<String, Object>();
        both.put("zh", text.zh());
        both.put("en", text.en());
        return both;
    }
}
