/** Cases of overlapping placements: opened and lapsed by the scan, told, reminded of, closed by each side. */
@NamedInterface("overlaps")
@NullMarked
package org.jianxi.gateway.flow.overlaps;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
