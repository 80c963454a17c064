package org.jianxi.gateway.flow;

import org.jianxi.gateway.intake.Source;
import org.jianxi.gateway.mapping.MappingRegister;

/**
 * What a delivery is taken in by, as it stood when its door began to: files that change meanwhile are for those that begin later.
 * Keys, certificates and their revocation are no part of it, and count at once.
 *
 * @param source its file, with its signature policy and its limits
 * @param mappings all of them, as some doors learn only from the document which dataset it is of
 */
public record Terms(Source source, MappingRegister.Standing mappings) {}
