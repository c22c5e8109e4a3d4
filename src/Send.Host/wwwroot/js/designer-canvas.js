// Brings into view what a person comes for: in the viewer the step that the process waits at, in the editor where it begins. Studio opens a canvas at
// the middle of its drawing, and of a large one that is often an empty place.
const module = '_content/Elsa.Studio.Workflows.Designer/designer.entry.js';
const look = 250;
const looks = 120;
const settle = 400;
const margin = 48;

export async function bringIntoView(element, root, running) {
  const { graphBindings } = await import(root + module); // the module that Studio has loaded already
  let touched = false;
  element.addEventListener('pointerdown', () => (touched = true), { once: true });
  for (let count = 0; count < looks && !touched && element.isConnected; count++) {
    await new Promise(done => setTimeout(done, look));
    const container = element.querySelector('.graph-container');
    const graph = container && graphBindings[container.id]?.graph;
    const nodes = graph?.getNodes() ?? [];
    const known = nodes.filter(node => node.prop('activityStats'));
    if (nodes.length > 0 && (!running || known.length > 0)) {
      await new Promise(done => setTimeout(done, settle));
      const target = running ? waiting(known) : first(graph, nodes);
      if (target && !touched) {
        if (running) {
          graph.centerCell(target);
        } else {
          graph.positionCell(target, 'left');
          graph.translate(graph.translate().tx + margin, graph.translate().ty);
        }
      }
      return;
    }
  }
}

// Events that a case may receive at any time wait at the left; where the case stands is further right.
function waiting(nodes) {
  const open = nodes.filter(node => node.prop('activityStats').blocked);
  const begun = nodes.filter(node => node.prop('activityStats').started > 0);
  return rightmost(open.length > 0 ? open : begun);
}

function rightmost(nodes) {
  return nodes.toSorted((a, b) => b.position().x - a.position().x)[0];
}

function first(graph, nodes) {
  const heads = nodes.filter(node => (graph.getIncomingEdges(node) ?? []).length === 0);
  return heads.find(node => node.getData()?.type === 'Elsa.Start') ?? heads[0] ?? nodes[0];
}
