// The chart is drawn from the table beside it, which says the same to who does not see it or has no scripts.
(function () {
  'use strict';
  var place = document.getElementById('chart');
  var table = document.getElementById('targets');
  if (!place || !table || !window.echarts) { return; }

  function text(cell) { return cell.textContent.trim(); }

  var rows = Array.prototype.slice.call(table.tBodies[0].rows);
  var measures = Array.prototype.map.call(table.querySelectorAll('thead th[scope=colgroup]'), text);
  var inks = ['#1d5c96', '#b4571c'];
  place.hidden = false;
  var chart = window.echarts.init(place, null, { renderer: 'canvas' });
  chart.setOption({
    animation: false,
    grid: { left: 48, right: 16, top: 40, bottom: 64 },
    legend: { data: measures, top: 4 },
    xAxis: { type: 'category', data: rows.map(function (row) { return text(row.cells[0]); }), axisLabel: { interval: 0, rotate: 35 } },
    yAxis: { type: 'value', axisLabel: { formatter: '{value}%' } },
    series: measures.map(function (measure, at) {
      return {
        name: measure,
        type: 'bar',
        color: inks[at % inks.length],
        itemStyle: at === 0 ? {} : { decal: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [4, 3], rotation: -Math.PI / 4, color: 'rgba(255,255,255,.6)' } },
        data: rows.map(function (row) { return parseFloat(text(row.querySelectorAll('td.share')[at])) || 0; }),
        markLine: at === 0 ? { silent: true, symbol: 'none', label: { formatter: '100%' }, data: [{ yAxis: 100 }] } : undefined
      };
    })
  });
  window.addEventListener('resize', function () { chart.resize(); });
}());
