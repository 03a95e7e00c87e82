/**
 * What people call the labels of models, beside the label itself, in the words of English and Chinese museums and
 * handbooks. A label that has no entry is known by its own name only.
 */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  // movements
  'art-nouveau': ['jugendstil', 'secession', 'modern style', '新艺术', '新艺术运动', '新藝術'],
  baroque: ['barock', 'the baroque', '巴洛克', '巴罗克', '巴洛克艺术'],
  cubism: ['cubist', '立体主义', '立体派', '立體主義', '立體派'],
  expressionism: ['expressionist', '表现主义', '表现派', '表現主義'],
  impressionism: ['impressionist', '印象派', '印象主义', '印象主義'],
  japonism: ['japonisme', 'ukiyo-e', 'ukiyoe', '日本主义', '和风热', '浮世绘', '浮世繪'],
  'post-impressionism': [
    'postimpressionism',
    'post-impressionist',
    '后印象派',
    '后印象主义',
    '後印象派',
    '後印象主義',
  ],
  rococo: ['rokoko', '洛可可', '罗可可', '洛可可艺术'],
  romanticism: ['romantic', 'romanticist', '浪漫主义', '浪漫派', '浪漫主義'],
  symbolism: ['symbolist', 'symbolisme', '象征主义', '象征派', '象徵主義'],
  // genres
  landscape: ['landscapes', 'landscape painting', '风景', '风景画', '山水', '山水画', '風景'],
  portrait: ['portraits', 'portraiture', '肖像', '肖像画', '人像'],
  'genre-painting': ['genre', 'genre scene', 'genre scenes', '风俗画', '風俗畫'],
  'religious-painting': ['religious', 'religious scene', 'religious art', '宗教画', '宗教题材'],
  cityscape: ['cityscapes', 'city', 'townscape', 'veduta', '城市风景', '城市景观', '街景'],
  illustration: ['illustrations', '插画', '插图', '插畫'],
  'sketch-and-study': ['sketch', 'study', 'sketches', 'studies', '速写', '草图', '习作', '素描'],
  'still-life': ['still lifes', 'still lives', 'nature morte', '静物', '静物画', '靜物'],
  'nude-painting': ['nude', 'nudes', 'nude (nu)', '裸体', '裸体画', '人体', '裸體'],
};

/** The names that people have for a model's label, its own first. @param key of the label, as `labelKey` makes it */
export function namesOf(key: string): readonly string[] {
  return [key, ...(OTHER_NAMES[key] ?? [])];
}
