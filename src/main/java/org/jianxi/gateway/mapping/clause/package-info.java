/** What the notices demand of the fields of a trainee and of a placement together. Pure: no clock, no file, no database. */
@NamedInterface("clause")
@NullMarked
package org.jianxi.gateway.mapping.clause;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
