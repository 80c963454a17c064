/** Rows of extracts without a number that may be ours: found by name, birth date and place, and put before a person. Never a result. */
@NamedInterface("review")
@NullMarked
package org.jianxi.gateway.registries.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
