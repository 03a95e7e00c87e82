export const USAGE = `  oeuvre analyze <folder> [options]

Measures every picture in a folder and below it, and how they hang together.
Nothing is written into the folder, and nothing is sent anywhere.

  --json FILE        the measurements (docs/cli.md tells them field by field); '-' writes
                     them to standard output, as does giving neither --json nor --html
  --html FILE        a report that stands alone in one file, to read, send or print
  --language en|zh   of the report; en when left out
  --title TEXT       of the report; the folder's name when left out
  --catalogue FILE   keeps what was measured, so that the next run only reads what changed;
                     without it nothing is left behind
  --help             this text
  --version          the version

  oeuvre evaluate style --folder DIR --labels FILE [options]

Measures the style recognition on works whose labels are known, and prints a table.

  --folder DIR       where the pictures are
  --labels FILE      CSV with the columns file,movement[,artist][,genre][,year]; file is a path
                     from the folder on, an empty cell is 'not known'
  --json FILE        the same figures (docs/cli.md tells them); '-' writes them to standard
                     output in the place of the table
  --only A,B,...     looks at works of these movements alone, and lets the model choose
                     among them only
  --model DIR        measures the model in this folder instead of the one in use
  --chance           measures answers drawn at random instead, to compare with
  --catalogue FILE   as above

  oeuvre evaluate suggestions --train FILE --test FILE [options]

Measures the suggestions from co-occurrence on ratings, and prints a table.

  --train FILE       CSV with the columns user,item,rating: what is learnt from
  --test FILE        the same: what is asked about
  --valid FILE       the same: what is tuned on, and learnt from in the end; without it a part
                     of the training is set aside
  --min-rating N     rows below it are known and not positive; without it every row is positive
  --surprise X       the slider of the last row: 0 familiar .. 1 surprising; 1 when left out
  --json FILE        as above

  oeuvre pack --from DIR --out DIR --licence TEXT [options]

Makes a model pack of a CLIP or SigLIP pair that was exported to ONNX (docs/model-packs.md).

  --from DIR         the export: vision_model.onnx, text_model.onnx, tokenizer.json,
                     preprocessor_config.json
  --out DIR          the pack; a new folder
  --licence TEXT     of the weights, as their source states it
  --id ID            lower-case letters, digits, '.', '_', '-'; after the folder when left out
  --name TEXT        for people; after the folder when left out
  --source TEXT      where the weights come from; the folder's name when left out
  --variant WORD     takes vision_model_WORD.onnx and text_model_WORD.onnx, e.g. quantized
  --style-tensor T   the tensor that the style is taken from; the middle layer when left out
  --context N        tokens of a text, where no configuration tells

Progress goes to standard error. Files that can't be read are listed with their reason and
don't make the command fail. It ends with 0 when it was done, 1 when that was
not possible, 2 when it was asked for wrongly, 130 when it was interrupted.
`;
