/** A source's file into canonical form, every problem with its place. Mappings are data for our own closed interpreter. */
@ApplicationModule(allowedDependencies = {"canonical", "documents", "forms"})
@NullMarked
package org.jianxi.gateway.mapping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
