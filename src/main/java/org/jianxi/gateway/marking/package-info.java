/** Findings as a workbook for people: the sender's own with its cells marked, or a table of what was found. Evaluates nothing. */
@ApplicationModule(allowedDependencies = {"canonical", "documents", "filing"})
@NullMarked
package org.jianxi.gateway.marking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
